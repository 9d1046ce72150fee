"""From a policy to pages: what each page says, as HTML without the frame around it."""

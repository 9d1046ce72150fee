"""From a policy and its rules to the JSON that machines read, with its schemas."""

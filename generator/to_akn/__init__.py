"""From a document to Akoma Ntoso 3.0, the XML of parliaments and law publishers."""

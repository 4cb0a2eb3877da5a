"""The look of the house: base templates, form fields, the three view shapes. Knows no context."""

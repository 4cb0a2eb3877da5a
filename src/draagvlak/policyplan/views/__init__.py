"""One file per noun: the plan, the vision, the framework."""

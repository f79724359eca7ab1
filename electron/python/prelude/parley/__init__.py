"""What surrounds an action: nothing in here is meant to be imported by one."""

"""The guide: what each point of the method asks for, whether it is done, and what to do next. Pure functions."""

"""The archive's file: where it is, who has it open, how it is opened, and what is noticed then.

folder, lock        where it is, who has it open, whether there has been an archive here before
connection          how the file is opened; `schema` has its tables, `settings` what it remembers of itself
opening, creation   what is refused, and how the very first file comes to be
record, watch       who has it open and how far it was saved; whether its files are still where they were
states, noticing    how many states there ever were; what is worth knowing at opening but stops nobody
known               where archives have been, kept beside the settings: a missing disk is no first start
"""

"""Tables made from the Unicode Character Database by `generate.py`.

The data are Unicode's, under the licence in UNICODE-LICENSE.txt beside this file.
"""

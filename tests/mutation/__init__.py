"""Mutation testing: how many small faults put into the code do its tests notice?"""

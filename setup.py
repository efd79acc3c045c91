"""The scan in C, for which a compiler is needed; where there is none, the one in Python runs."""

from setuptools import Extension, setup

setup(ext_modules=[Extension("vnnews_clean._scan", ["src/vnnews_clean/_scan.c"], optional=True)])

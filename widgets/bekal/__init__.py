"""Bekal: training and outreach for productive migrant villages, as class pages, phone pages and paper."""

__version__ = "0.1.0"

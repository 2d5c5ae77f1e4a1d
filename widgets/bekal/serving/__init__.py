"""A class on one laptop: lessons rendered once, answers from a pure function, kernels only where a lesson needs one."""

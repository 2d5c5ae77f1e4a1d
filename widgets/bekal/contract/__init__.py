"""The activity contract: a typed form in, typed blocks out, with no screen, server or browser in it."""

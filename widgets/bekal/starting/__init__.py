"""Makes a computer ready for Bekal and starts it; standard library only, since nothing else is there yet."""

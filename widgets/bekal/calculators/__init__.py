"""Pure money, remittance and budget functions: numbers in, numbers out, standard library only."""

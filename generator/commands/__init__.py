"""The commands of `mingbai`: each adds its options and runs; only `__main__` exits."""

"""What an author of modules uses: list, check, translate, and rewrite worked examples."""

"""What leaves the museum: suppressed figures, frozen publications and the links that open them."""

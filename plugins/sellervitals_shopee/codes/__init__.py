"""What Shopee's numbers mean: violations, punishments, reasons, metrics."""

"""Goals and indicators: figures against a norm, with history, forecast and light."""

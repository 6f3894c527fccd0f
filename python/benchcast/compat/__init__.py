"""
The module paths of programs written for the integration guide, so that their import lines change alone:
`from test.api_client...` becomes `from benchcast.compat.api_client...`. New programs import from `benchcast`.
"""

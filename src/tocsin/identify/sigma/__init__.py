"""Users' own Sigma rules: parsed by pySigma, and run by the same forms as our own detections.

A rule speaks of the fields of the provider's record, not of ours. What rules name of a record stands beside its
activity in columns of their own (`tocsin.identify.sigma.fields`), as text.
"""

"""The desk: what stands on the first page of the admin, one module a panel."""

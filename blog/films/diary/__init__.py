"""The diary of viewings: kept in the admin, read by month and by year."""

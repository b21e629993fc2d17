//! Tests of obs-codes from outside; there is no code here.

//! The one sort that the macro needs, so that it is compiled once; by a heap, since that is the least to compile.

use std::collections::BinaryHeap;

/// The places of the keys in ascending order of the keys; equal keys keep their order.
pub(crate) fn in_order(keys: &[u64]) -> Vec<usize> {
    let mut places: Vec<(u64, usize)> = Vec::with_capacity(keys.len());
    for key in keys {
        places.push((*key, places.len()));
    }
    let mut order = Vec::with_capacity(keys.len());
    for (_, place) in BinaryHeap::from(places).into_sorted_vec() {
        order.push(place);
    }
    order
}

//! Generates the lookup of a table.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::lookup::Lookup;

impl ToTokens for Lookup {
    /// Writes `LOOKUP` and its statics.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let [shortest, longest, bucket_count, slot_count] =
            [self.shortest, self.longest, self.pilots.len(), self.slots.len()].map(Literal::usize_unsuffixed);
        let windows = self.windows.iter().copied().map(Literal::usize_unsuffixed);
        let seed = Literal::u64_unsuffixed(self.seed);
        let pilots = self.pilots.iter().copied().map(Literal::u8_unsuffixed);
        let checks = self.slots.iter().map(|(check, _)| Literal::u8_unsuffixed(*check));
        let keys = self.slots.iter().map(|(_, key)| Literal::usize_unsuffixed(*key));
        let rest = self.rest.iter().copied().map(Literal::usize_unsuffixed);
        tokens.extend(quote! {
            static PILOTS: [u8; #bucket_count] = [#(#pilots),*];
            static CHECKS: [u8; #slot_count] = [#(#checks),*];
            static SLOTS: [u16; #slot_count] = [#(#keys),*];
            const LOOKUP: Lookup = Lookup {
                shortest: #shortest,
                longest: #longest,
                windows: &[#(#windows),*],
                seed: #seed,
                pilots: &PILOTS,
                checks: &CHECKS,
                slots: &SLOTS,
                rest: &[#(#rest),*],
            };
        });
    }
}

//===- Names.cpp - The names of the mp:: attributes -----------------------===//
//
// The table itself, and the search for the name that a misspelt one was meant
// to be.
//
//===----------------------------------------------------------------------===//

#include "attributes/Names.h"

namespace mp::tool {

static constexpr AttributeName Table[] = {
    {"parallel_map", AttributeArguments::None, "mp::parallel_map", nullptr},
    {"workers", AttributeArguments::Number, "mp::workers(4)", nullptr},
    {"chunk", AttributeArguments::Number, "mp::chunk(64)", nullptr},
    {"scratch", AttributeArguments::Variables, "mp::scratch(buffer)", nullptr},
    {"extent", AttributeArguments::Extent, "mp::extent(pointer, count)",
     nullptr},
    {"trust", AttributeArguments::Functions, "mp::trust(function)", nullptr},
    {"label", AttributeArguments::Text, "mp::label(\"text\")", nullptr},
    {"unordered", AttributeArguments::Free, "mp::unordered",
     "the loop's tails always run in order"},
    {"timeout", AttributeArguments::Free, "mp::timeout(5)",
     "an iteration may take as long as it wants"},
    {"on_crash", AttributeArguments::Free, "mp::on_crash(stop)",
     "a worker's death always ends the loop with mp::worker_crashed"},
};

llvm::ArrayRef<AttributeName> attributeNames() { return Table; }

const AttributeName *findAttributeName(llvm::StringRef Name) {
  for (const AttributeName &Entry : Table)
    if (Name == Entry.Name)
      return &Entry;
  return nullptr;
}

llvm::StringRef nearestAttributeName(llvm::StringRef Name) {
  llvm::StringRef Best;
  unsigned BestDistance = Name.size() / 3 + 1;
  for (const AttributeName &Entry : Table) {
    unsigned Distance = Name.edit_distance_insensitive(
        Entry.Name, /*AllowReplacements=*/true, BestDistance);
    if (Distance <= BestDistance && (Best.empty() || Distance < BestDistance)) {
      Best = Entry.Name;
      BestDistance = Distance;
    }
  }
  return Best;
}

} // namespace mp::tool

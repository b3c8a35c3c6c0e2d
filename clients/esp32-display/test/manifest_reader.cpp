// Prints what the display would take from a manifest: manifest_reader FILE CHIP-FAMILY
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "../core/update.h"

int main(int, char** arguments) {
  std::ifstream file(arguments[1]);
  std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  sem::Offer offer;
  if (!sem::readManifest(sem::Slice(json.data(), json.size()), arguments[2], offer)) return 1;
  printf("%s %s %u\n", offer.version, offer.path, offer.bytes);
  return 0;
}

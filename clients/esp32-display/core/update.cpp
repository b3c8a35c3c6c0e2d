#include "update.h"

#include "json.h"

namespace sem {

namespace {
/** More than an application partition holds is no firmware. */
constexpr uint32_t MOST_BYTES = 0x1D0000;

/** A path that stays below the manifest's folder. */
bool isPath(Slice text) {
  if (text.empty() || text[0] == '/' || text[0] == '.') return false;
  for (size_t i = 0; i < text.size; i++) {
    char c = text[i];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!letter && c != '/') return false;
    if (c == '.' && text.from(i).startsWith("..")) return false;
  }
  return true;
}

/** Takes the number that a version begins with away. */
bool takeNumber(Slice& version, uint32_t& number) {
  size_t end = version.find('.');
  if (!version.upTo(end).number(number)) return false;
  version = version.from(end + 1);
  return true;
}
}  // namespace

bool readManifest(Slice json, Slice chipFamily, Offer& offer) {
  Slice whole, version, versionText, builds, build;
  Json walk(json);
  if (!walk.value(whole) || !Json::member(whole, "version", version) || !Json::string(version, versionText) ||
      !Json::member(whole, "builds", builds)) {
    return false;
  }
  for (size_t i = 0; Json::element(builds, i, build); i++) {
    Slice family, familyText, ota, path, pathText, bytes;
    if (!Json::member(build, "chipFamily", family) || !Json::string(family, familyText) || familyText != chipFamily) continue;
    Offer found;
    bool complete = Json::member(build, "ota", ota) && Json::member(ota, "path", path) && Json::string(path, pathText) &&
                    Json::member(ota, "bytes", bytes) && bytes.number(found.bytes) && isPath(pathText) &&
                    assign(found.path, pathText) && assign(found.version, versionText);
    if (!complete || found.bytes == 0 || found.bytes > MOST_BYTES) return false;
    offer = found;
    return true;
  }
  return false;
}

bool isNewer(Slice offered, Slice running) {
  for (int part = 0; part < 3; part++) {
    uint32_t there, here;
    if (!takeNumber(offered, there)) return false;
    if (!takeNumber(running, here)) return part == 0;  // a firmware without a version is replaced by one with it
    if (there != here) return there > here;
  }
  return false;
}

}  // namespace sem

#include "core/feed.cpp"

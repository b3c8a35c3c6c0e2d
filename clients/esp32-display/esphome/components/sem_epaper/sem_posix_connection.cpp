#include "posix/posix_connection.cpp"

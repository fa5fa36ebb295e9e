#ifndef ROUNDS_CZLIB_SHIM_H
#define ROUNDS_CZLIB_SHIM_H

#include <zlib.h>

#endif

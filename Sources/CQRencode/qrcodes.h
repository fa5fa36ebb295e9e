// What Press turns links into QR symbols with.
#include <qrencode.h>

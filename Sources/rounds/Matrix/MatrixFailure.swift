import Briefing

/// Why a matrix server gave no travel times.
struct MatrixFailure: Error {
  /// The server's address without path, user and password.
  var server: String
  var code: MatrixFaultCode
  /// What was found, such as the server's own code; never a place.
  var found = ""

  /// Whether the same question may be answered a little later.
  var mayPass: Bool { code == .noConnection || code == .timedOut || code == .busy }

  /// The failure in words.
  func inWords(_ terminal: Terminal) -> CommandFailure {
    CommandFailure(.unavailable, terminal.phrases.roads.matrixFault(server, code, found))
  }
}

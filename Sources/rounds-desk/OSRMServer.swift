import DispatchDesk
import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// Binds an OSRM service to a socket; ends gracefully on SIGTERM and SIGINT.
struct OSRMServer: Sendable {
  let service: OSRMService
  let host: String
  let port: Int
  let maxRequests: Int
  /// Takes one line a request: method, status, code, service, mode, number of coordinates, and
  /// milliseconds; never a place, as places are personal data.
  let log: @Sendable (String) -> Void

  /// Answers until a signal comes; requests being worked on are finished first.
  ///
  /// - Parameter started: called when the port is open.
  /// - Throws: the system's reason when the port cannot be opened.
  func run(started: @escaping @Sendable () -> Void) async throws {
    let gate = Gate(limit: maxRequests)
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
      respond(to: request, gate)
    }
    let application = Application(
      responder: responder,
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "rounds-desk",
        availableConnectionsDelegate: MaximumAvailableConnections(maxRequests * 4)),
      onServerRunning: { _ in started() })
    try await application.runService()
  }

  private func respond(to request: Request, _ gate: Gate) -> Response {
    let start = ContinuousClock.now
    let method = request.method
    guard gate.enter() else {
      log("\(method) 503 TooBusy")
      return Self.response(
        503, Array(#"{"code":"TooBusy","message":"Too many requests at once; try again."}"#.utf8))
    }
    defer { gate.leave() }
    guard method == .get else {
      log("\(method) 405")
      return Self.response(
        405, OSRMService.answer(OSRMError(.invalidURL, "Only GET is answered.")).body)
    }
    let answer = service.answer(to: request.uri.string)
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    log("GET \(answer.status) \(answer.code) \(answer.summary) \(Int(took)) ms")
    return Self.response(answer.status, answer.body)
  }

  private static func response(_ status: Int, _ body: [UInt8]) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = "application/json; charset=UTF-8"
    headers[.accessControlAllowOrigin] = "*"
    if status == 503 { headers[.retryAfter] = "1" }
    return Response(
      status: .init(code: status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}

/// Lets so many in at once.
private final class Gate: Sendable {
  private let limit: Int
  private let inside = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// Whether there was room.
  func enter() -> Bool {
    inside.withLock { inside in
      guard inside < limit else { return false }
      inside += 1
      return true
    }
  }

  func leave() { inside.withLock { $0 -= 1 } }
}

import Foundation
import Synchronization

/// A web server of a few lines for one test, which answers as the test says.
final class CannedServer: Sendable {
  /// The path and body of a question to the status and body of its answer; `nil` hangs up.
  typealias Handler = @Sendable (_ path: String, _ body: String) -> (status: Int, body: String)?

  let port: UInt16
  private let listener: Int32
  private let asked = Mutex<[String]>([])
  private let handler: Handler

  init(_ handler: @escaping Handler) throws {
    self.handler = handler
    (listener, port) = try Self.listen()
    Thread.detachNewThread { [listener, weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        self?.serve(connection)
        close(connection)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  var address: String { "http://127.0.0.1:\(port)" }
  /// The paths asked for.
  var paths: [String] { asked.withLock { $0 } }

  private func serve(_ connection: Int32) {
    var text = ""
    while !Self.isWhole(text) {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(connection, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { return }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    asked.withLock { $0.append(path) }
    let body = text.components(separatedBy: "\r\n\r\n").dropFirst().joined()
    guard let answer = handler(path, body) else { return }
    let reply =
      "HTTP/1.1 \(answer.status) X\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(answer.body.utf8.count)\r\nConnection: close\r\n\r\n\(answer.body)"
    let bytes = Array(reply.utf8)
    _ = unsafe bytes.withUnsafeBytes {
      unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
  }

  private static func isWhole(_ text: String) -> Bool {
    guard let head = text.range(of: "\r\n\r\n") else { return false }
    let length = text.lowercased().firstMatch(of: /content-length: *(\d+)/)
      .flatMap { Int($0.output.1) }
    return text[head.upperBound...].utf8.count >= length ?? 0
  }

  private static func listen() throws -> (Int32, UInt16) {
    let (descriptor, port) = try LoopbackSocket.bound()
    guard Foundation.listen(descriptor, 16) == 0 else {
      throw FailedRun(description: "no port to listen at")
    }
    return (descriptor, port)
  }
}

import Foundation
import FoundationNetworking
import Synchronization

/// One question to a web server and its answer, within a time and a size.
///
/// Nothing is cached or remembered, and no redirection is followed: what is asked goes to the
/// address that the office wrote down, and to no other.
final class HTTPExchange: NSObject, URLSessionDataDelegate, Sendable {
  /// What came back.
  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
  }

  /// Why nothing came back.
  enum Failure: Error {
    case noConnection(String)
    case timedOut
    case tooLarge
  }

  private struct State {
    var status = 0
    var body: [UInt8] = []
    var failure: Failure?
  }

  private let state = Mutex(State())
  private let isOver = DispatchSemaphore(value: 0)
  private let mostBytes: Int

  private init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// Sends `request` and waits for the answer.
  ///
  /// - Throws: ``Failure``.
  static func send(
    _ request: URLRequest, timeout: TimeInterval, mostBytes: Int
  ) throws(Failure) -> Answer {
    let exchange = HTTPExchange(mostBytes: mostBytes)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.timeoutIntervalForRequest = timeout
    configuration.timeoutIntervalForResource = timeout
    let session = URLSession(
      configuration: configuration, delegate: exchange, delegateQueue: nil)
    let task = session.dataTask(with: request)
    task.resume()
    // The session's own limit comes first; this one is for a session that does not keep it.
    let isLate = exchange.isOver.wait(timeout: .now() + timeout + 5) == .timedOut
    session.invalidateAndCancel()
    guard !isLate else { throw .timedOut }
    let state = exchange.state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return Answer(status: state.status, body: state.body)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = state.withLock { state in
      guard state.body.count + data.count <= mostBytes else {
        state.failure = .tooLarge
        return true
      }
      state.body += data
      return false
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    state.withLock { state in
      state.status = (task.response as? HTTPURLResponse)?.statusCode ?? 0
      guard let error, state.failure == nil else { return }
      let isLate = (error as? URLError)?.code == .timedOut
      state.failure = isLate ? .timedOut : .noConnection(error.localizedDescription)
    }
    isOver.signal()
  }
}

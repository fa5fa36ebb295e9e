/// The application that a sheet's QR codes open.
public enum NavigationApp: String, Hashable, Sendable, CaseIterable {
  /// Whatever handles `geo:` (RFC 5870); Android asks.
  case geo
  case amap, baidu, tencent
  case google, apple, waze
}

namespace Monitor.Fetching;

/// <summary>The rules forbid the connection; the message says why, in words fit for a curator.</summary>
public sealed class OutboundDeniedException(string message) : Exception(message);

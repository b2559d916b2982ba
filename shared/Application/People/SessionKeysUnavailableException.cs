namespace VksServerless.Application.People;

/// <summary>No session can begin now: what protects the keys of <see cref="ISessionKeys"/> does not answer. It may later.</summary>
public sealed class SessionKeysUnavailableException(string message, Exception inner) : Exception(message, inner);

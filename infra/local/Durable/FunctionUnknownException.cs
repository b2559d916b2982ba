namespace VksServerless.Local.Durable;

/// <summary>The application has no orchestrator or activity of that name. Trying again does not help.</summary>
public sealed class FunctionUnknownException(string name) : Exception($"The application has no function named {name}.");

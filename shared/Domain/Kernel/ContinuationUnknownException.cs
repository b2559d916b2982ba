namespace VksServerless.Kernel;

/// <summary>The continuation of a page does not come from the page before.</summary>
public sealed class ContinuationUnknownException(Exception? inner = null) : Exception("Not a continuation of this list.", inner);

namespace VksServerless.Emulation.Bus;

/// <summary>What a role must grant for an operation.</summary>
public enum BusRight
{
    /// <summary>Nothing: the bus acts by itself, or anybody may.</summary>
    None,
    Send,
    Listen,
}

namespace VksServerless.Emulation;

/// <summary>How the Azure door is started.</summary>
public sealed record AzureOptions
{
    /// <summary>Where the clock is to stand; null: it is the real time.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Of the API, on the loopback address; 0: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Of the app, beside those that lead to its neighbours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>For how long a message of the bus is its receiver's; as provisioned when not given.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(5);
}

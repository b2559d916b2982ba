namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Why a message is dead-lettered, as it stands in its properties.</summary>
internal static class DeadLetterReasons
{
    public const string Reason = "DeadLetterReason";
    public const string Description = "DeadLetterErrorDescription";

    public static IReadOnlyDictionary<string, object> Of(string? reason, string? description)
    {
        var properties = new Dictionary<string, object>();
        if (reason is not null)
        {
            properties[Reason] = reason;
        }

        if (description is not null)
        {
            properties[Description] = description;
        }

        return properties;
    }

    public static IReadOnlyDictionary<string, object> TooManyDeliveries(int most) =>
        Of("MaxDeliveryCountExceeded", $"Message could not be consumed after {most} delivery attempts.");
}

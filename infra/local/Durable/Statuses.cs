using Microsoft.DurableTask.Client;

namespace VksServerless.Local.Durable;

internal static class Statuses
{
    /// <summary>The statuses by the names that the rows use.</summary>
    public static IReadOnlySet<string> Parse(IEnumerable<string> names) => names
        .Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status.ToString()
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication."))
        .ToHashSet();
}

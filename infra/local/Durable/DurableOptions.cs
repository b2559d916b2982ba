namespace VksServerless.Local.Durable;

/// <param name="DefaultVersion">Of orchestrations that are started without one (host.json, extensions.durableTask.defaultVersion).</param>
/// <param name="Orchestrators">How many orchestrations run side by side.</param>
/// <param name="Activities">How many activities run side by side.</param>
public sealed record DurableOptions(string DefaultVersion = "", int Orchestrators = 4, int Activities = 8);

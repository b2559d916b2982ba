namespace VksServerless.Emulation.FunctionsHost;

/// <summary>The app that is run. Everything else is settings of the environment, as on Azure.</summary>
/// <param name="Program">The app's .dll.</param>
/// <param name="Port">Of HTTP, on the loopback address; 0: any that is free.</param>
internal sealed record AppOptions(string Program, int Port)
{
    /// <summary>The published app's folder.</summary>
    public string App => Path.GetDirectoryName(Program)!;
}

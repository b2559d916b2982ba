namespace VksServerless.Emulation;

/// <summary>Where what the Azure door is made of lies on this machine.</summary>
/// <param name="App">The published app's .dll.</param>
/// <param name="Host">The Functions host's .dll.</param>
/// <param name="Azurite">Folder of the storage emulator, installed.</param>
/// <param name="Data">A folder for the clock and for the sample people's key.</param>
/// <param name="Storage">A folder that keeps what is stored; null: it goes with the process.</param>
public sealed record AzureParts(string App, string Host, string Azurite, string Data, string? Storage = null);

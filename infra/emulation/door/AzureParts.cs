namespace VksServerless.Emulation;

/// <summary>Where what the Azure door is made of lies on this machine.</summary>
/// <param name="App">The published app's .dll.</param>
/// <param name="Host">The Functions host's .dll.</param>
/// <param name="Azurite">Folder of the storage emulator, installed.</param>
/// <param name="Data">An empty folder for the clock and for the sample people's key.</param>
public sealed record AzureParts(string App, string Host, string Azurite, string Data);

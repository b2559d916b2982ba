namespace VksServerless.Local.Functions;

/// <summary>%Name% in an attribute stands for the setting of that name.</summary>
internal static class SettingNames
{
    public static string Resolve(string text, IConfiguration settings) => text is ['%', .. var name, '%']
        ? settings[name] ?? throw new InvalidOperationException($"The setting {name} is missing.")
        : text;
}

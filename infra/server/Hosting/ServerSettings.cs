using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VksServerless.Units;

namespace VksServerless.Server.Hosting;

/// <summary>Refuses what the server cannot run with before anything is written.</summary>
internal static class ServerSettings
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (configuration["Desk:Office"] is { Length: > 0 } office && !UnitCode.TryParse(office, out _))
        {
            throw new SettingException($"The setting Desk__Office must be the code of a unit such as C2, not {office}.");
        }

        if (configuration["Portal:Address"] is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            throw new SettingException($"The setting Portal__Address must be an address such as https://bao-cao.example/, not {address}.");
        }

        foreach (var limit in (string[])["Burst", "PerSecond"])
        {
            if (configuration[$"Limits:{limit}"] is { Length: > 0 } text
                && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                throw new SettingException($"The setting Limits__{limit} must be a positive whole number, not {text}.");
            }
        }
    }

    /// <param name="port">0: any that is free.</param>
    /// <exception cref="IOException">Another program has it; the inner exception is an <see cref="AddressInUseException"/>.</exception>
    public static void CheckPort(int port)
    {
        if (port == 0)
        {
            return;
        }

        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException($"Port {port} is taken.", new AddressInUseException(taken.Message, taken));
        }
    }
}

@echo off
rem Copyright (c) 2026, the Electrode4D contributors
rem SPDX-License-Identifier: BSD-2-Clause
rem Finds Java and hands over to the launcher; try: electrode4d --help
setlocal
set "ROOT=%~dp0."

rem A release holds the launcher as classes; a checkout holds its source, which takes a compiler to start.
set "LAUNCHER=%ROOT%\lib\launcher.jar"
set "MODULE=java.base"
set "NEEDED=Java 17 or later"
if exist "%LAUNCHER%" goto home
set "MODULE=jdk.compiler"
set "NEEDED=a JDK (not just a JRE) of Java 17 or later"

:home
if not defined JAVA_HOME goto path
set "JAVA=%JAVA_HOME%\bin\java.exe"
call :isjava
if not errorlevel 1 goto run

:path
set "JAVA=java.exe"
call :isjava
if not errorlevel 1 goto run
echo ERROR   Electrode4D needs %NEEDED%. 1>&2
echo         Neither JAVA_HOME nor the PATH leads to one; install it, for example from 1>&2
echo         https://adoptium.net, and set JAVA_HOME to its folder. 1>&2
exit /b 2

:run
set "OPTIONS=-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if exist "%LAUNCHER%" goto released
"%JAVA%" %OPTIONS% "-Delectrode4d.root=%ROOT%" "%ROOT%\targetplatform\embedded\launch\Electrode4D.java" %*
exit /b %ERRORLEVEL%

:released
"%JAVA%" %OPTIONS% "-Delectrode4d.root=%ROOT%" -jar "%LAUNCHER%" %*
exit /b %ERRORLEVEL%

:isjava
set "FOUND="
set "VERSION=0"
for /f "tokens=1,2 delims=@." %%a in ('call "%JAVA%" --list-modules 2^>nul ^| findstr /b "%MODULE%@"') do set "FOUND=%%b"
for /f "tokens=2 delims=@" %%a in ('call "%JAVA%" --list-modules 2^>nul ^| findstr /b "java.base@"') do for /f "tokens=1 delims=.-+" %%v in ("%%a") do set "VERSION=%%v"
if not defined FOUND exit /b 1
if %VERSION% LSS 17 exit /b 1
exit /b 0

import './print.h5.css'
